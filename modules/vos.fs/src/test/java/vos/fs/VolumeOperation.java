package vos.fs;

import static vos.fs.Contents.at;

import java.util.EnumSet;
import java.util.Set;

/** Every operation of a volume that takes a place, to be tried on places that it must refuse. */
enum VolumeOperation {

    STATUS(Volume::status),
    LIST(Volume::list),
    OPEN((volume, place) -> volume.open(place).close()),
    REPLACE((volume, place) -> publish(volume, place, Publish.REPLACE)),
    CREATE((volume, place) -> publish(volume, place, Publish.CREATE)),
    MAKE_DIRECTORY(Volume::makeDirectory),
    REMOVE_FILE(Volume::removeFile),
    REMOVE_DIRECTORY(Volume::removeDirectory),
    MOVE_FROM((volume, place) -> volume.move(place, at("/moved"))),
    MOVE_ONTO_ITSELF((volume, place) -> volume.move(place, place)),
    MOVE_TO((volume, place) -> volume.move(at("/file"), place));

    private final Action action;

    VolumeOperation(Action action) {
        this.action = action;
    }

    void on(Volume volume, Location place) throws Exception {
        action.on(volume, place);
    }

    static Set<VolumeOperation> all() {
        return EnumSet.allOf(VolumeOperation.class);
    }

    private static void publish(Volume volume, Location place, Publish mode) throws WorkspaceException {
        try (Draft draft = volume.draft(place, mode)) {
            draft.publish();
        }
    }

    @FunctionalInterface
    private interface Action {

        void on(Volume volume, Location place) throws Exception;
    }
}
