package vos.torture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vos.protocol.Operation;
import vos.torture.CutConversation.Step;

/**
 * What a cut may do by design of the published wires, and nothing else may: each is a hazard or a requirement of the
 * specifications, holds for one lab and for cuts at one place, and is taken out of what is found before that is judged.
 * The strict forms have none.
 */
final class CutHazards {
    private final String lab;
    private final WireForm form;
    private final Cut cut;
    private final Step step;

    private CutHazards(String lab, WireForm form, Cut cut, Step step) {
        this.lab = lab;
        this.form = form;
        this.cut = cut;
        this.step = step;
    }

    /** Those of this cut, which falls into one step of {@code course}, or comes before the first. */
    static CutHazards of(String lab, WireForm form, Cut cut, CutCourse course) {
        int at = course.stepOf(cut);
        return new CutHazards(lab, form, cut, at < 0 ? null : course.steps().get(at));
    }

    private boolean published(String id) {
        return form == WireForm.PUBLISHED && lab.equals(id);
    }

    private boolean inRequestOf(Operation... operations) {
        return cut.direction() == Cut.Direction.TO_SERVER && step != null
                && Set.of(operations).contains(step.operation());
    }

    /**
     * The tree as it would be if the hazard had not come true.
     *
     * <p>{@code [FSA-7.1]} An end is not a finish: what has come of an upload before an end is stored as the whole.
     * {@code [FSA-7.3]} A request may be split: what has come of a name is taken for the name, of an empty file.
     *
     * <p>{@code [COM-6.6]} in VirtuOS: what one read gives is a command, so that what has come of it is obeyed. Its
     * client may hear that it has been done.
     */
    Map<String, String> without(Map<String, String> tree) {
        var mended = new TreeMap<>(tree);
        if (mayBeToldTooEarly()) {
            mended.entrySet().removeIf(entry -> isPart(entry.getKey(), CutConversation.FILE)
                    && entry.getValue().isEmpty());
            mended.computeIfPresent(CutConversation.FILE,
                    (_, content) -> CutFiles.FIRST.startsWith(content) ? CutFiles.FIRST : content);
        }
        if (published("virtuos") && inRequestOf(Operation.MAKE_DIRECTORY, Operation.TOUCH)) {
            for (String path : tree.keySet()) {
                int slash = path.lastIndexOf('/') + 1;
                if (isPart(path.substring(slash), step.name())) {
                    mended.put(path.substring(0, slash) + step.name(), mended.remove(path));
                }
            }
        }
        return mended;
    }

    private static boolean isPart(String name, String whole) {
        return whole.startsWith(name) && !whole.equals(name);
    }

    /** {@code [FSA-7.1]} once more: a client takes any end for that of a server which has stored all. */
    boolean mayBeToldTooEarly() {
        return published("file-sharing") && cut.kind().looksFinished() && inRequestOf(Operation.UPLOAD);
    }

    /** {@code [FSA-7.1]} again: who fetches a file may take a part for the whole, or be given what was stored so. */
    boolean mayShorten(String copy, String whole) {
        return published("file-sharing") && cut.kind().looksFinished() && whole.startsWith(copy) && !copy.isEmpty()
                && (inRequestOf(Operation.UPLOAD) || step != null && step.operation() == Operation.DOWNLOAD);
    }
}
