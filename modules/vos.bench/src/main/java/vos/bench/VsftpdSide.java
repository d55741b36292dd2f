package vos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * vsftpd, a process a connection, as the user who runs the benchmark, whoever that is.
 *
 * @param programs where it may be
 */
record VsftpdSide(Programs programs) implements Side {
    private static final String NAME = "vsftpd";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Role role() {
        return Role.PEER;
    }

    @Override
    public Optional<String> missing() {
        return program().isPresent() ? Optional.empty() : Optional.of("Debian, Ubuntu: apt install vsftpd");
    }

    private Optional<Path> program() {
        return programs.find(NAME, NAME);
    }

    @Override
    public boolean does(Work work) {
        return Ftp.does(work);
    }

    @Override
    public Launch launch(Stage stage) throws IOException {
        Path file = Files.writeString(stage.scratch().resolve("vsftpd.conf"), configuration(stage));
        return Launch.onPort(stage, List.of(program().orElseThrow().toString(), file.toString()));
    }

    /** It runs as who launches it, as only root may become anybody else; then it confines nobody, either. */
    static String configuration(Stage stage) {
        return """
                listen=YES
                listen_address=127.0.0.1
                listen_port=%d
                background=NO
                run_as_launching_user=YES
                seccomp_sandbox=NO
                secure_chroot_dir=%s
                anonymous_enable=YES
                local_enable=NO
                no_anon_password=YES
                anon_root=%s
                allow_writeable_chroot=YES
                write_enable=YES
                anon_upload_enable=YES
                anon_mkdir_write_enable=YES
                anon_other_write_enable=YES
                anon_umask=022
                xferlog_enable=NO
                max_clients=0
                max_per_ip=0
                idle_session_timeout=3600
                """.formatted(stage.port(), stage.scratch(), stage.root());
    }

    @Override
    public String protocol() {
        return Ftp.PROTOCOL;
    }
}
