import type { Operation } from '../../../nodes/shared/contract/operation';
import { ItemKeys } from '../../../nodes/shared/run/itemKeys';
import type { ParametersPort } from '../../../nodes/shared/run/ports';

/** What each item is known by in n8n's database. Items of which no try read the fields are not. */
export class KnownBy {
	private readonly identities = new Map<number, unknown>();

	/** The operation, which tells here what its items are. */
	overhear(operation: Operation): Operation {
		return {
			...operation,
			begin: () => {
				const work = operation.begin();
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

	of(index: number, parameters: ParametersPort): string[] {
		return this.identities.has(index) ? new ItemKeys().next(this.identities.get(index), parameters.origin(index)) : [];
	}
}
