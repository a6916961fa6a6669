import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { systemTime } from '../scaledTime';

/** A zone in which it is about that hour at the time, in epoch milliseconds. */
export function zoneAt(hour: number, time = systemTime.now()): string {
	const ahead = ((hour - new Date(time).getUTCHours() + 36) % 24) - 12;
	return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** The option Contact Hours for a person in that zone. */
export const within = (timeZone: string): INodeParameters => ({
	contactHours: { hours: { opens: '08:00', closes: '21:00', timeZone } },
});

export const outcomes = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.outcome ?? 'done');
