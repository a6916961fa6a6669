import { forbidden, invalidRequest, notFound } from './errors';
import type { ApiKey } from './keys';
import type { Scope } from './scopes';
import type { KaiCallsState, Owned, Workspace } from './state';

/** Whether a key of this reach sees the business; `null` sees all. */
export function reaches(reach: string | null, businessId: string | null): boolean {
	return reach === null || reach === businessId;
}

/** The rights of one key. */
export class Access {
	constructor(
		readonly key: ApiKey,
		private readonly state: KaiCallsState,
	) {}

	/** 403 unless the key has one of the scopes. */
	require(scopes: readonly Scope[]): void {
		if (scopes.length > 0 && !scopes.some((scope) => this.may(scope))) {
			throw forbidden(`This API key lacks the scope ${scopes.join(' or ')}`);
		}
	}

	/** The records of the key's businesses, or of one of them. */
	all<T extends Owned>(collection: ReadonlyMap<string, T>, businessId?: string): T[] {
		const reach = businessId === undefined ? this.key.business_id : this.business(businessId);
		return [...collection.values()].filter(({ business_id }) => reaches(reach, business_id));
	}

	/** 404 unless the record exists, is visible, and belongs to the named business if there is one. */
	find<T extends Owned>(collection: ReadonlyMap<string, T>, id: string, what: string, businessId?: string): T {
		const reach = businessId === undefined ? this.key.business_id : this.business(businessId);
		const found = collection.get(id);
		if (!found || !reaches(reach, found.business_id)) throw notFound(what);
		return found;
	}

	workspaces(): Workspace[] {
		return [...this.state.workspaces.values()].filter(({ id }) => reaches(this.key.business_id, id));
	}

	workspace(id: string): Workspace {
		const found = this.workspaces().find((workspace) => workspace.id === id);
		if (!found) throw notFound('workspace');
		return found;
	}

	/** The business of a request: the named one, otherwise the only one that the key reaches. */
	business(businessId: string | undefined): string {
		if (businessId !== undefined) {
			if (!this.workspaces().some(({ id }) => id === businessId))
				throw forbidden('This API key has no access to the business');
			return businessId;
		}
		const [only, ...others] = this.workspaces();
		if (!only || others.length > 0)
			throw invalidRequest([{ field: 'business_id', message: 'Required, this key reaches several businesses' }]);
		return only.id;
	}

	private may(scope: Scope): boolean {
		return this.key.scopes.includes('*') || this.key.scopes.includes(scope);
	}
}
