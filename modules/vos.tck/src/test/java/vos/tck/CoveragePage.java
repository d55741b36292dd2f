package vos.tck;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code specs/COVERAGE.md}: which tests judge each requirement, and what they said of known programs. */
record CoveragePage(Verdicts verdicts) {

    private static final String HEAD = """
            # Coverage

            Which tests of the conformance kit judge each requirement, and what they said of our own programs and of the
            published ones. This page is generated, from the tests and from [verdicts.json](verdicts.json); the build
            fails when it is not true.

            """;

    private static final String PROGRAMS = """

            ## Programs

            Ours were judged at level strict, the published ones, which know no strict form, at level robust and with
            `--peer published`: what they do differently and have always done, and what a peer of theirs knows, is a
            *quirk*; what their README promises, or would harm anybody, and is not kept, is a *fail*. *Limitation*: by
            the framing's design nobody could keep it.

            | program | requirements | pass | limitation | quirk | flaky | fail |
            |---|---|---|---|---|---|---|
            """;

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        Map<String, List<Requirement>> pages = Arrays.stream(Requirement.values())
                .collect(Collectors.groupingBy(Requirement::page, TreeMap::new, Collectors.toList()));
        page.append("| page | requirements | judged by tests | by review |\n|---|---|---|---|\n");
        pages.forEach((name, all) -> page.append(summary("[" + name + "](" + name + ".md)", all)));
        page.append(summary("in all", Arrays.asList(Requirement.values())));
        page.append(PROGRAMS).append(verdicts.summary());
        pages.forEach((name, all) -> page.append(table(name, all)));
        return page.toString();
    }

    private static String summary(String name, List<Requirement> all) {
        long review = all.stream().filter(requirement -> requirement.party() == Party.REVIEW).count();
        return "| %s | %d | %d | %d |%n".formatted(name, all.size(), all.size() - review, review);
    }

    private String table(String name, List<Requirement> all) {
        StringBuilder table = new StringBuilder("\n## " + name + "\n\n"
                + "| requirement | | ours | published | judged by |\n|---|---|---|---|---|\n");
        for (Requirement requirement : all) {
            table.append("| %s | %s %s | %s | %s | %s |%n".formatted(requirement.id(),
                    requirement.level().toString().toLowerCase(Locale.ROOT), requirement.keyword(),
                    verdicts.of("ours", requirement), verdicts.of("published", requirement),
                    requirement.party() == Party.REVIEW ? "review" : tests(requirement)));
        }
        return table.toString();
    }

    /** The tests' names; of a common requirement, which every lab tests, how many each has. */
    private static String tests(Requirement requirement) {
        return Suites.all().stream().map(suite -> {
            List<String> names = Stream.of(Party.SERVER, Party.CLIENT)
                    .flatMap(party -> Judge.tests(suite, new Selection(party, Level.STRICT, List.of(), 1)).stream())
                    .filter(test -> Result.requirements(test).contains(requirement)).map(Judge::name).toList();
            return names.isEmpty() ? "" : requirement.page().equals("common") ? suite.lab() + " (" + names.size() + ")"
                    : String.join("<br>", names);
        }).filter(names -> !names.isEmpty()).collect(Collectors.joining(", "));
    }
}
