/**
 * Who is speaking: names, passwords that are stored as salted hashes only, and logins that cannot be tried for ever.
 *
 * <p>Start at {@link vos.auth.Accounts}, which is what a server asks, and then at {@link vos.auth.LoginThrottle}, which
 * it asks before.
 */
package vos.auth;
