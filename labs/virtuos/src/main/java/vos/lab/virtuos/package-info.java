/**
 * The VirtuOS lab. Start at {@link vos.lab.virtuos.VirtuosServerEnd}, read it beside {@code specs/virtuos.md}, and then
 * see how {@link vos.lab.virtuos.VirtuosClientEnd} mirrors it.
 */
package vos.lab.virtuos;
