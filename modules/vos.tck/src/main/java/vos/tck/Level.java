package vos.tck;

/** The conversation in which a peer that falls short of a requirement is found out; each includes those before it. */
public enum Level {
    /** In lock-step, every message in one piece. */
    CORE,
    /** Split and joined by the network, with binary contents, hostile names, many peers, slow or gone. */
    ROBUST,
    /** In the strict form, agreed on by a hello. */
    STRICT
}
