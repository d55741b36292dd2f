package vos.tck;

/** How binding a requirement is (RFC 2119). */
public enum Keyword {
    /** There is no way around it. */
    MUST,
    /** There may be a good reason against it. */
    SHOULD,
    /** It is free to do it. */
    MAY
}
