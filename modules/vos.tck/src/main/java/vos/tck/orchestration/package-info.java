/**
 * The tests of orchestration, by section of its specification. Start with
 * {@link vos.tck.orchestration.OrchestrationSuite}, which lists them.
 */
package vos.tck.orchestration;
