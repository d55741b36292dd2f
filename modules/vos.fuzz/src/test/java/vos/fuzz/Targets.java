package vos.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vos.auth.AccountFileTarget;
import vos.cli.ConfigFileTarget;
import vos.shell.GlobTarget;
import vos.shell.TokenizerTarget;
import vos.tls.PemFileTarget;

/** All that is fuzzed, each under the name of its class in small letters: {@code mini-ftp-server}. */
final class Targets {
    private static final List<Target> ALL = List.of(
            new DelimiterFramingTarget(), new HeaderFramingTarget(), new LineFramingTarget(),
            new SegmentFramingTarget(), new UntilCloseFramingTarget(), new StatusLineTarget(),
            new CloudFsServerTarget(), new FileSharingServerTarget(), new MiniFtpServerTarget(),
            new OrchestrationServerTarget(), new VirtuosServerTarget(),
            new CloudFsClientTarget(), new FileSharingClientTarget(), new MiniFtpClientTarget(),
            new OrchestrationClientTarget(), new VirtuosClientTarget(), new LocalNameTarget(),
            new TokenizerTarget(), new GlobTarget(), new ShellTarget(),
            new WorkspaceTarget(), new AccountFileTarget(), new PemFileTarget(), new ConfigFileTarget());

    private Targets() {
    }

    /** The names of all. */
    static List<String> names() {
        var names = new ArrayList<String>();
        ALL.forEach(target -> names.add(name(target)));
        return names;
    }

    /** The target of that name. */
    static Target named(String name) {
        return ALL.stream().filter(target -> name(target).equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target " + name + "; there are " + names()));
    }

    private static String name(Target target) {
        String type = target.getClass().getSimpleName();
        return type.substring(0, type.length() - "Target".length())
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
