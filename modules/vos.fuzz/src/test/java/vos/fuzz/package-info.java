/**
 * Feeds arbitrary bytes to everything that reads what strangers send, and says what must hold all the same. Start at
 * {@link vos.fuzz.Target}; {@link vos.fuzz.Targets} names them all. Those that look at what is private to a package
 * stand in a package of that name.
 *
 * <p>{@code mvn verify} runs the short form: the inputs that are kept, and some thousands that are made of them.
 * {@code scripts/vos-fuzz} runs the long one, in which a fuzzer makes inputs that reach new branches.
 */
package vos.fuzz;
