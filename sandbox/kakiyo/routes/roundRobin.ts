/**
 * Distributes rows one by one, each to the target with the least load at that time. Returns only the targets that got
 * rows, in the given order.
 */
export function spread<Row, Target>(
	rows: readonly Row[],
	targets: readonly Target[],
	loadOf: (target: Target) => number,
): Array<[Target, Row[]]> {
	const hands = targets.map((target) => ({ target, load: loadOf(target), rows: new Array<Row>() }));
	for (const row of rows) {
		const least = hands.reduce((best, hand) => (hand.load < best.load ? hand : best));
		least.load += 1;
		least.rows.push(row);
	}
	return hands.filter((hand) => hand.rows.length > 0).map(({ target, rows: dealt }) => [target, dealt]);
}
