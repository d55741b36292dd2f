package vos.tck.orchestration;

import vos.tck.Client;
import vos.tck.Trial;

/** What a user types at an orchestration client: a command a line, or at the published one a word to each question. */
final class OrchestrationUser {

    private final Client client;
    private final boolean asked;

    private OrchestrationUser(Client client, boolean asked) {
        this.client = client;
        this.asked = asked;
    }

    /** Starts the client, and types name and password. */
    static OrchestrationUser of(Trial trial) {
        return new OrchestrationUser(trial.startClient(1).logIn(OrchestrationHost.USER), trial.run().published());
    }

    Client client() {
        return client;
    }

    /** Gives the client a file. */
    OrchestrationUser has(String name, byte[] content) {
        client.has(name, content);
        return this;
    }

    OrchestrationUser upload(String name) {
        return command("upload", name);
    }

    OrchestrationUser download(String name) {
        return command("download", name);
    }

    OrchestrationUser delete(String name) {
        return command("delete", name);
    }

    OrchestrationUser preview(String name) {
        return asked ? command("download", "PREVIEW " + name) : command("preview", name);
    }

    OrchestrationUser list() {
        client.type("list");
        return this;
    }

    private OrchestrationUser command(String word, String name) {
        if (asked) {
            client.type(word).type(name);
        } else {
            client.type(word + " " + name);
        }
        return this;
    }
}
