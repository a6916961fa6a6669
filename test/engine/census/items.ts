import { valueAt } from '../../../nodes/shared/values/json';
import type { ItemMade, Sample } from './sample';
import type { Stand } from './stand';
import type { Size } from './writing';

async function given(stand: Stand, sample: Sample, place: number): Promise<string> {
	const wanted = sample.given?.(place, stand.sandbox) ?? '';
	if (typeof wanted === 'string') return wanted;
	const { request, idAt = ['id'] } = wanted;
	const { response, accepted } = await stand.serve({ query: {}, ...request });
	if (!accepted) throw new Error(`The vendor does not take what is given: ${JSON.stringify([request, response])}`);
	return String(valueAt(response.body, ...idAt));
}

/** Items of which the vendor has not heard, and the records that they are about. */
export async function newItems(
	stand: Stand,
	sample: Sample,
	{ items: count, chunked = false }: Size,
): Promise<ItemMade[]> {
	const first = stand.places(count);
	const items: ItemMade[] = [];
	for (let index = 0; index < count; index++) {
		const item = sample.item(first + index, await given(stand, sample, first + index));
		items.push(chunked && index === Math.floor(count / 2) ? (sample.chunks?.bad(item) ?? item) : item);
	}
	return items;
}
