package vos.auth;

import java.time.Duration;

/**
 * How many failed logins are too many; what {@link LoginThrottle} goes by.
 *
 * @param perUser failures of one user at one address, after which further ones are refused for a time
 * @param perAddress the same of one address, whoever was tried
 * @param window in which these are too many
 * @param firstWait for how long the first attempt too many is refused; each further failure doubles it
 * @param longestWait up to this
 * @param keys how many users and addresses are remembered; each takes some 200 bytes
 */
public record LoginLimits(int perUser, int perAddress, Duration window, Duration firstWait, Duration longestWait,
        int keys) {

    /** 5 and 20 failures in 15 minutes, waits of 1 second to 15 minutes, 65536 keys. */
    public static final LoginLimits DEFAULT = new LoginLimits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(1),
            Duration.ofMinutes(15), 65_536);

    /** Refuses what is not positive, and a longest wait that is shorter than the first. */
    public LoginLimits {
        if (perUser < 1 || perAddress < 1 || keys < 2 || !window.isPositive() || !firstWait.isPositive()
                || longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException("no limits for logins: " + perUser + " and " + perAddress
                    + " failures in " + window + ", waits of " + firstWait + " to " + longestWait + ", "
                    + keys + " keys");
        }
    }

    /** The same with other numbers of failures. */
    public LoginLimits withFailures(int ofAUser, int ofAnAddress) {
        return new LoginLimits(ofAUser, ofAnAddress, window, firstWait, longestWait, keys);
    }

    /** The first wait, doubled so often, and no longer than the longest. */
    Duration wait(int doublings) {
        Duration wait = firstWait;
        for (int i = 0; i < doublings && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }

    /** How often the first wait is doubled until it is the longest. */
    int doublings() {
        int doublings = 0;
        while (wait(doublings).compareTo(longestWait) < 0) {
            doublings++;
        }
        return doublings;
    }
}
