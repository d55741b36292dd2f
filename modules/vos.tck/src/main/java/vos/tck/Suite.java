package vos.tck;

import java.util.List;

/** The tests of one protocol. The kit finds suites as services. */
public interface Suite {

    /** The name of the protocol, as {@code mini-ftp}: that of its specification's page. */
    String lab();

    /** The port on which its servers listen unless they are told otherwise. */
    int port();

    /** The classes that judge a server, in the order in which a report shows them. */
    List<Class<?>> serverTests();

    /** The classes that judge a client, in the order in which a report shows them. */
    List<Class<?>> clientTests();

    /** What servers of this protocol are known to get wrong: {@code misconceptions.json} beside the suite's class. */
    default List<Misconception> misconceptions() {
        return Misconceptions.of(getClass());
    }
}
