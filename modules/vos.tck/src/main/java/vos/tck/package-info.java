/**
 * The conformance kit: judges a server or a client of any of the protocols over TCP, whoever wrote it and in whatever
 * language. A command line comes in by {@link vos.tck.TckCommand}, {@link vos.tck.JudgedRun} follows the run, {@link
 * vos.tck.Judge} comes to the verdicts, and {@link vos.tck.Peer} has the words in which tests are written. What those
 * use is public.
 *
 * <p>It uses no other module of the project, so that it shares no defect with what it judges.
 */
package vos.tck;
