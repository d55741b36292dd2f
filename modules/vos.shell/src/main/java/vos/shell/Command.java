package vos.shell;

import java.util.List;

/** Something that a line can ask for. Has no state: one object serves all shells. */
interface Command {

    /** How it is called, used and explained. */
    Usage usage();

    /** Tells its options from its operands: by its usage, unless it has a custom of its own. */
    default Arguments arguments(List<String> words) throws Refusal {
        return Arguments.parse(usage(), words);
    }

    /**
     * Does it. What cannot be done to one operand is {@linkplain Invocation#attempt reported}, and the next one has its
     * turn.
     *
     * @throws Refusal if its use was wrong: before anything was done
     */
    void run(Invocation call) throws Refusal;
}
