package vos.auth;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Accounts in a text file, a line each: {@code user:hash}; blank lines and lines that begin with {@code #} are kept.
 *
 * <ul>
 *   <li>A line may also be {@code user:password}, as published. Such a file is rewritten with hashes as soon as it is
 *       read, with a warning that names the users; if it cannot be, it cannot be used.
 *   <li>Hashes weaker than today's are replaced when their users log in. Until then these answer sooner, and so can be
 *       told from users whom there are not.
 *   <li>A change by anybody, also by an editor, is seen by the next login. While the file is missing or malformed, the
 *       accounts last read stay, with a warning: half a file of an editor shall lock nobody out.
 *   <li>Changes are made under a lock that all processes heed; none is lost, and a crash leaves the old file or the new
 *       one. An editor knows nothing of the lock.
 * </ul>
 *
 * <p>Safe for use by many threads, and many processes on one file. Passwords are hashed a few at a time, by default as
 * many as there are processors; all others wait.
 */
public final class AccountFile implements Accounts {

    private final GuardedFile file;
    private final PasswordHasher hasher;
    private final System.Logger log;

    /** Held while the file is read for a login: of many that find it changed, one reads. */
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Snapshot snapshot;

    /** The state of the file that was last complained of. Guarded by reading. */
    private GuardedFile.Stamp warned;

    /** What was last read. The stamp was taken before: what changes in between is read again. */
    private record Snapshot(GuardedFile.Stamp stamp, AccountTable table) {
    }

    AccountFile(GuardedFile file, PasswordHasher hasher, System.Logger log) throws IOException {
        this.file = file;
        this.hasher = hasher;
        this.log = log;
        this.snapshot = new Snapshot(file.stamp(), load());
    }

    /** As {@link #open(Path, int)}, with as many computations at once as there are processors. */
    public static AccountFile open(Path file) throws IOException {
        return open(file, Runtime.getRuntime().availableProcessors());
    }

    /**
     * The accounts in {@code file}, which must exist: a server without accounts is a mistake.
     *
     * @param atOnce how many passwords may be hashed at the same time, at least 1; each takes 19 MiB
     * @throws AccountFileException if a line is malformed
     */
    public static AccountFile open(Path file, int atOnce) throws IOException {
        return new AccountFile(new GuardedFile(file),
                new PasswordHasher(HashCost.TODAY, atOnce, Argon2id.BOUNCY_CASTLE), System.getLogger("vos.auth"));
    }

    /** As {@link #open(Path)}; if there is no file, an empty one is made, in a directory that exists. */
    public static AccountFile openOrCreate(Path file) throws IOException {
        new GuardedFile(file).makeIfMissing();
        return open(file);
    }

    @Override
    public Optional<Principal> authenticate(String user, Password password) throws IOException {
        AccountTable table = latest();
        Optional<UserName> name = UserName.parse(user);
        Optional<PasswordHash> known = name.flatMap(table::find);
        PasswordHash hash = known.orElseGet(hasher::decoy);
        // Whether there is such a user is asked after the computation, so that it cannot be told from the time.
        if (!hasher.matches(hash, password) || known.isEmpty()) {
            return Optional.empty();
        }
        if (hasher.needsRehash(hash)) {
            strengthen(name.get(), hash, password);
        }
        return name.map(Principal::new);
    }

    /** Gives {@code user} an account; returns false, and changes nothing, if there is one. */
    public boolean add(UserName user, Password password) throws IOException {
        PasswordHash hash = hasher.hash(password);
        return update(table -> table.find(user).isPresent() ? table : table.with(user, hash));
    }

    /** Gives {@code user} another password; returns false if there is no such user. */
    public boolean change(UserName user, Password password) throws IOException {
        PasswordHash hash = hasher.hash(password);
        return update(table -> table.find(user).isPresent() ? table.with(user, hash) : table);
    }

    /** Takes the account away; returns false if there is no such user. Does not end what sessions the user has. */
    public boolean remove(UserName user) throws IOException {
        return update(table -> table.find(user).isPresent() ? table.without(user) : table);
    }

    /** The users who have an account, in the order of the file. */
    public List<UserName> users() throws IOException {
        return load().users();
    }

    private AccountTable latest() throws IOException {
        Snapshot known = snapshot;
        if (file.stamp().equals(known.stamp())) {
            return known.table();
        }
        reading.lock();
        try {
            GuardedFile.Stamp stamp = file.stamp();
            if (!stamp.equals(snapshot.stamp())) {
                refresh(stamp);
            }
            return snapshot.table();
        } finally {
            reading.unlock();
        }
    }

    /** Tries again at each login, as what is wrong may pass unseen; warns once. */
    private void refresh(GuardedFile.Stamp stamp) throws IOException {
        try {
            snapshot = new Snapshot(stamp, load());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            if (!stamp.equals(warned)) {
                warned = stamp;
                log.log(WARNING, "the accounts stay as they were: " + e);
            }
        }
    }

    /** What the file holds; when this returns, it holds no password in clear. */
    private AccountTable load() throws IOException {
        AccountTable table = parse();
        while (!table.isHashed()) {
            table.wipe();
            update(UnaryOperator.identity());
            table = parse();
        }
        return table;
    }

    /** Makes {@code change}; returns whether it made a difference. Also hashes what is in clear. */
    private boolean update(UnaryOperator<AccountTable> change) throws IOException {
        return file.exclusively(() -> {
            AccountTable read = parse();
            try {
                AccountTable hashed = read.isHashed() ? read : read.hashed(hasher);
                AccountTable changed = change.apply(hashed);
                if (changed != read) {
                    file.replace(changed.bytes());
                }
                if (hashed != read) {
                    log.log(WARNING, file.path() + " held passwords in clear, and holds hashes now."
                            + " Who could read it knows the passwords of: " + read.clearUsers());
                }
                return changed != hashed;
            } finally {
                read.wipe();
            }
        });
    }

    /** A login is good even if its hash cannot be replaced; and a password that was changed meanwhile stays so. */
    private void strengthen(UserName user, PasswordHash old, Password password) {
        try {
            PasswordHash fresh = hasher.hash(password);
            update(table -> table.find(user).filter(old::equals).isPresent() ? table.with(user, fresh) : table);
        } catch (IOException e) {
            log.log(WARNING, "the hash of " + user + " stays weak: " + e);
        }
    }

    private AccountTable parse() throws IOException {
        byte[] content = file.read();
        try {
            return AccountTable.parse(file.path(), content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }
}
