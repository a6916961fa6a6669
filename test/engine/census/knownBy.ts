import type { Identity, Operation } from '../../../nodes/shared/contract/operation';
import { recordStatements } from '../../../nodes/shared/memory/recordStatements';
import { ItemKeys } from '../../../nodes/shared/run/itemKeys';
import type { ParametersPort } from '../../../nodes/shared/run/ports';

/** The identity of each item in n8n's database. An item whose fields no try has read has none. */
export class KnownBy {
	private readonly identities = new Map<number, Identity>();

	/** The operation, which tells here what its items are. */
	overhear(operation: Operation): Operation {
		return {
			...operation,
			begin: (statements) => {
				const work = operation.begin(statements);
				return {
					...work,
					read: (item) => {
						const identity = work.read(item);
						this.identities.set(item.index, identity);
						return identity;
					},
				};
			},
		};
	}

	/** Lets an operation read the items; some of them may be unfit. */
	static byReading(operation: Operation, parameters: ParametersPort): KnownBy {
		const knownBy = new KnownBy();
		const work = knownBy.overhear(operation).begin(recordStatements({}, '', 0));
		for (let index = 0; index < parameters.count; index++) {
			try {
				work.read(parameters.of(index));
			} catch {
				// It is not known by anything.
			}
		}
		return knownBy;
	}

	of(index: number, parameters: ParametersPort): string[] {
		const itemKeys = new ItemKeys({ timesReached: () => 0 }, false);
		const known = new Map<number, string[]>();
		for (const [place, identity] of [...this.identities].sort(([a], [b]) => a - b)) {
			known.set(
				place,
				itemKeys.next(identity, parameters.origin(place)).map(({ digest }) => digest),
			);
		}
		return known.get(index) ?? [];
	}
}
