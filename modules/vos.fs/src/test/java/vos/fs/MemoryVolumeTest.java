package vos.fs;

final class MemoryVolumeTest extends VolumeContract {

    @Override
    Volume create() {
        return new MemoryVolume();
    }
}
