package vos.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vos.protocol.Operation;
import vos.torture.CutConversation.Ending;

/** What there may be on both sides when a conversation has been cut. */
record CutVerdict(CutCourse course, CutHazards hazards) {

    /**
     * Adds to {@code wrong} what is not there right after the first step that ended behind the cut, as what comes later
     * may hide it. A step that is refused tells nothing: where a break is the refusal, the server may not have noticed.
     */
    void judgeDone(int done, Map<String, String> tree, List<String> wrong) {
        if (!course.isRefused(done - 1) && !hazards.mayBeToldTooEarly()) {
            judgeTree(new Ending(done, null), hazards.without(tree), wrong);
        }
    }

    /** Adds to {@code wrong} what there must not be. */
    void judge(Ending ending, Map<String, String> tree, CutFiles local, List<String> wrong) throws IOException {
        tree.keySet().stream().filter(name -> name.contains(".vos-"))
                .forEach(name -> wrong.add("the server has left " + name));
        judgeTree(ending, hazards.without(tree), wrong);
        judgeCopy(ending, CutFiles.read(local.copy()), wrong);
        var names = new TreeMap<>(CutFiles.tree(local.directory()));
        for (Path own : List.of(local.first(), local.second(), local.copy())) {
            names.remove(own.getFileName().toString());
        }
        names.forEach((name, content) -> wrong.add("the client has left " + name + " with '" + content + "'"));
    }

    /** What was told as done is done, what was refused is not, and of what was under way nobody knows. */
    private void judgeTree(Ending ending, Map<String, String> tree, List<String> wrong) {
        var allowed = new ArrayList<Map<String, String>>();
        allowed.add(course.marks().get(ending.done()).tree());
        if (ending.failure() != null && !ending.certainlyNotDone() && ending.done() < course.steps().size()) {
            allowed.add(course.marks().get(ending.done() + 1).tree());
        }
        if (!allowed.contains(tree)) {
            wrong.add("behind " + told(ending) + " the server has " + shown(tree) + " and not "
                    + String.join(" or ", allowed.stream().distinct().map(CutVerdict::shown).toList()));
        }
    }

    private void judgeCopy(Ending ending, String copy, List<String> wrong) {
        boolean fetched = ending.done() > course.steps().stream().map(CutConversation.Step::operation).toList()
                .indexOf(Operation.DOWNLOAD);
        String expected = fetched ? course.copy() : CutFiles.OLD;
        if (!copy.equals(expected) && !(fetched && hazards.mayShorten(copy, expected))) {
            wrong.add("behind " + told(ending) + " the client has " + shown(Map.of("copy", copy)) + " and not "
                    + shown(Map.of("copy", expected)));
        }
    }

    private static String told(Ending ending) {
        return ending.done() + " steps" + (ending.failure() == null ? "" : " and " + ending.failure());
    }

    private static String shown(Map<String, String> tree) {
        return tree.toString().replaceAll("[^\\x20-\\x7e]", "?");
    }
}
