/**
 * Who is speaking: accounts, password hashing, and a throttle for logins. Knows no socket, no file but its own and no
 * protocol.
 */
module vos.auth {
    requires org.bouncycastle.provider;

    exports vos.auth;
}
