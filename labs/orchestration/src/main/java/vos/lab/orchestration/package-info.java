/**
 * The orchestration lab. Start at {@link vos.lab.orchestration.OrchestrationServerEnd}, read it beside {@code
 * specs/orchestration.md}, and then see how {@link vos.lab.orchestration.OrchestrationClientEnd} mirrors it.
 */
package vos.lab.orchestration;
