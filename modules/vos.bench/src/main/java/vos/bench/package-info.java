/**
 * Start from {@link vos.bench.Bench}: it has each {@link vos.bench.Work} done by each {@link vos.bench.Side}, in rounds
 * ({@link vos.bench.Rounds}), and shows what came of it ({@link vos.bench.Table}).
 */
package vos.bench;
