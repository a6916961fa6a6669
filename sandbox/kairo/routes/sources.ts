import { unknownRecord } from '../errors';
import type { Kairo } from '../kairo';
import type { Source } from '../state';

/** The source with this ID or key, or 404. */
export function sourceNamed(kairo: Kairo, name = ''): Source {
	const found = [...kairo.state.sources.values()].find(({ id, key }) => id === name || key === name);
	if (!found) throw unknownRecord(kairo, 'source', name);
	return found;
}
