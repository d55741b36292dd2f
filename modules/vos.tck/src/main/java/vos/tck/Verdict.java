package vos.tck;

/** What a test, or all tests of a requirement, came to; the worst last. */
enum Verdict {
    /** The peer did what it must. */
    PASS("pass", "passed"),
    /** It was not tried: the kit cannot see or do here what it takes. */
    OUT_OF_REACH("out of reach", "out of reach"),
    /** It was not tried: what it depends on failed, or the run was ended before. */
    SKIPPED("skipped", "skipped"),
    /** The framing cannot do this by design. */
    LIMITATION("limitation", "limited by design"),
    /** The published program is known to do something else here. */
    QUIRK("quirk", "known quirks"),
    /** The peer failed, and then passed alone and with the same seed. */
    FLAKY("flaky", "flaky"),
    /** The peer did something else. */
    FAIL("fail", "failed"),
    /** The kit itself failed: never the peer's fault. */
    KIT_ERROR("kit error", "kit errors");

    private final String word;
    private final String counted;

    Verdict(String word, String counted) {
        this.word = word;
        this.counted = counted;
    }

    /** The word for one. */
    public String word() {
        return word;
    }

    /** The words behind a number of them. */
    public String counted() {
        return counted;
    }

    /** The worse of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
