package vos.tck.filesharing;

import vos.tck.Client;
import vos.tck.Trial;

/** What a user types at a file-sharing client: words, or at the published one the numbers of its menu. */
final class FileSharingUser {

    private final Client client;
    private final boolean menu;

    private FileSharingUser(Client client, boolean menu) {
        this.client = client;
        this.menu = menu;
    }

    /** Starts the client; a few of its connections may wait for the kit. */
    static FileSharingUser of(Trial trial) {
        return new FileSharingUser(trial.startClient(8), trial.run().published());
    }

    Client client() {
        return client;
    }

    /** Gives the client a file. */
    FileSharingUser has(String name, byte[] content) {
        client.has(name, content);
        return this;
    }

    FileSharingUser upload(String name) {
        return command("upload", "1", name);
    }

    FileSharingUser download(String name) {
        return command("download", "2", name);
    }

    private FileSharingUser command(String word, String number, String name) {
        if (menu) {
            client.type(number).type(name);
        } else {
            client.type(word + " " + name);
        }
        return this;
    }
}
