package vos.auth;

import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vos.auth.AccountLine.Account;
import vos.auth.AccountLine.Clear;

/**
 * The lines of an account file, in their order, and the accounts that they hold: one a user.
 *
 * <p>Immutable, but that {@link #wipe} overwrites what passwords it holds in clear. So safe for use by many threads
 * once it {@link #isHashed}.
 */
final class AccountTable {

    /** What editors of Windows put before UTF-8: no part of the first line, and not written again. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final List<AccountLine> lines;
    private final Map<UserName, PasswordHash> hashes = new HashMap<>();

    private AccountTable(List<AccountLine> lines) {
        this.lines = List.copyOf(lines);
        for (AccountLine line : lines) {
            if (line instanceof Account(UserName user, PasswordHash hash)) {
                hashes.put(user, hash);
            }
        }
    }

    /** Reads the {@code content} of {@code file}, which is named if there is something wrong with it. */
    static AccountTable parse(Path file, byte[] content) throws AccountFileException {
        List<AccountLine> lines = new ArrayList<>();
        Map<UserName, Integer> seen = new HashMap<>();
        for (byte[] text : split(content)) {
            int number = lines.size() + 1;
            try {
                AccountLine line = AccountLine.parse(text);
                lines.add(line);
                user(line).ifPresent(user -> requireFirst(user, seen.putIfAbsent(user, number)));
            } catch (IllegalArgumentException flaw) {
                new AccountTable(lines).wipe();
                throw new AccountFileException(file, number, flaw.getMessage());
            }
        }
        return new AccountTable(lines);
    }

    /** The file's content, each line ended by LF. */
    byte[] bytes() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (AccountLine line : lines) {
            content.writeBytes(line.bytes());
            content.write('\n');
        }
        return content.toByteArray();
    }

    /** The users who have an account, in the order of the file. */
    List<UserName> users() {
        return lines.stream().flatMap(line -> user(line).stream()).toList();
    }

    /** Those of them whose passwords are in clear. */
    List<UserName> clearUsers() {
        return lines.stream().filter(Clear.class::isInstance).flatMap(line -> user(line).stream()).toList();
    }

    boolean isHashed() {
        return lines.stream().noneMatch(Clear.class::isInstance);
    }

    Optional<PasswordHash> find(UserName user) {
        return Optional.ofNullable(hashes.get(user));
    }

    /** The same table, with a hash for each password in clear. */
    AccountTable hashed(PasswordHasher hasher) throws InterruptedIOException {
        List<AccountLine> hashed = new ArrayList<>();
        for (AccountLine line : lines) {
            hashed.add(line instanceof Clear(UserName user, Password password)
                    ? new Account(user, hasher.hash(password))
                    : line);
        }
        return new AccountTable(hashed);
    }

    /** With {@code hash} for {@code user}: in the old one's place, or at the end. */
    AccountTable with(UserName user, PasswordHash hash) {
        List<AccountLine> changed = new ArrayList<>(lines);
        changed.replaceAll(line -> belongsTo(user, line) ? new Account(user, hash) : line);
        if (!hashes.containsKey(user)) {
            changed.add(new Account(user, hash));
        }
        return new AccountTable(changed);
    }

    /** Without {@code user}. */
    AccountTable without(UserName user) {
        return new AccountTable(lines.stream().filter(line -> !belongsTo(user, line)).toList());
    }

    /** Overwrites the passwords that it holds in clear. */
    void wipe() {
        for (AccountLine line : lines) {
            if (line instanceof Clear(UserName _, Password password)) {
                password.close();
            }
        }
    }

    private static boolean belongsTo(UserName user, AccountLine line) {
        return user(line).filter(user::equals).isPresent();
    }

    private static Optional<UserName> user(AccountLine line) {
        return switch (line) {
            case AccountLine.Remark _ -> Optional.empty();
            case Account account -> Optional.of(account.user());
            case Clear clear -> Optional.of(clear.user());
        };
    }

    private static void requireFirst(UserName user, Integer earlier) {
        if (earlier != null) {
            throw new IllegalArgumentException(user + " has an account already, in line " + earlier);
        }
    }

    private static List<byte[]> split(byte[] content) {
        List<byte[]> lines = new ArrayList<>();
        int start = Arrays.mismatch(content, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? BYTE_ORDER_MARK.length : 0;
        while (start < content.length) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            lines.add(Arrays.copyOfRange(content, start, end));
            start = end + 1;
        }
        return lines;
    }
}
