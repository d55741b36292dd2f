/**
 * The conformance kit: judges a server or a client of any of the protocols over TCP, whoever wrote it and in whatever
 * language. Start with {@link vos.tck.Judge}, which runs the tests, and {@link vos.tck.Peer}, in whose words they are
 * written.
 *
 * <p>It uses no other module of the project, so that it shares no defect with what it judges.
 */
package vos.tck;
