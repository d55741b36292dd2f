package vos.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is compared, in the order of their turns.
 *
 * @param all of them, whether they are there or not
 */
record Sides(List<Side> all) {

    /** Our published form, which waits as it has to, takes part beside the published server. */
    static Sides of(Surroundings surroundings, Programs programs, Path published) {
        Jvm java = surroundings.jvm();
        List<Side> all = new ArrayList<>(List.of(
                new FloorSide(surroundings.vosFloor()),
                new EchoSide(java),
                new VosSide(java, VosSide.Form.STRICT),
                new VosSide(java, VosSide.Form.LOGIN),
                new VsftpdSide(programs),
                new PureFtpdSide(programs),
                new PyftpdlibSide(programs),
                new ApacheFtpSide(java),
                new SftpSide(programs),
                new PublishedSide(programs, Optional.ofNullable(published))));
        if (published != null) {
            all.add(new VosSide(java, VosSide.Form.PUBLISHED));
        }
        return new Sides(List.copyOf(all));
    }

    /** Without the peers that are not named; all of them when none is. */
    Sides chosen(List<String> peers) throws BenchException {
        for (String name : peers) {
            if (all.stream().noneMatch(side -> side.role() == Side.Role.PEER && side.name().equals(name))) {
                throw new BenchException("there is no peer '%s'; there are: %s".formatted(name, String.join(", ",
                        all.stream().filter(side -> side.role() == Side.Role.PEER).map(Side::name).toList())));
            }
        }
        return peers.isEmpty() ? this : new Sides(all.stream()
                .filter(side -> side.role() != Side.Role.PEER || peers.contains(side.name())).toList());
    }

    /** Those that are there. To find that out takes a while, with those in Python. */
    Sides present() {
        return new Sides(all.stream().filter(side -> side.missing().isEmpty()).toList());
    }

    /** Those that can do this. */
    List<Side> that(Work work) {
        return all.stream().filter(side -> side.does(work)).toList();
    }

    List<Results.Missing> missing() {
        List<Results.Missing> missing = new ArrayList<>();
        all.forEach(side -> side.missing().ifPresent(remedy ->
                missing.add(new Results.Missing(side.name(), remedy))));
        return missing;
    }

    void describe(Form form, PrintWriter out) {
        out.println("Works:");
        form.works().forEach(work -> out.printf("  %-26s %s%n", work.name(), work.sentence()));
        out.println("Sides:");
        all.forEach(side -> out.printf("  %-26s %s%n", side.name(),
                side.missing().map(remedy -> "missing; " + remedy).orElse("there")));
    }
}
