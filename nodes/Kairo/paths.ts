import { labelOf } from '../shared/executor/refusal';
import { checkedId } from '../shared/executor/request';
import type { KairoEndpoint } from './endpoints';

const PLACEHOLDER = /\{(\w+)\}/g;

/** The ids that a path names. */
export const idsNamedIn = (path: string): string[] => [...path.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

/**
 * A path with its ids in it, encoded, so that none can reach another path.
 * @throws ItemFailure when an id is missing or none
 */
export const pathWith = ({ path }: KairoEndpoint, ids: Record<string, unknown>): string =>
	path.replace(PLACEHOLDER, (_, name: string) => encodeURIComponent(checkedId(ids[name], labelOf(name))));
