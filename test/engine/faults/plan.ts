import { FAULTS, type Fault } from './faults';
import type { Operation } from './setUp';
import type { Way } from './ways';

/** A cell, and how it is run. */
export interface Planned {
	fault: Fault;
	way: Way;
	afterHandler: boolean;
}

const OF_WORKFLOWS: Way[] = ['stop', 'continue', 'error output'];
const OF_MODELS: Way[] = ['agent', 'MCP'];

/** It puts the execution to wait, which no tool can. */
const NOT_FOR_MODELS = ['KaiCalls: call > createAndWait'];

/**
 * Later calls by MCP know a call that may have rung. The sandbox gives the records of each cell the same numbers, so
 * another cell would concern the same records.
 */
const NOT_BY_MCP = ['Kayse: lead > intake'];

const turn = <T>(all: readonly T[], place: number): T[] => all.slice(place % all.length).slice(0, 1);

/** A refusal with many shapes: each shape comes either in a workflow or as a tool, not in both. */
const isOneOfMany = ({ heading }: Fault): boolean => heading === '429';

/**
 * Each fault once in a workflow and once as a tool. On Error, the kind of agent, and whether the vendor has done it before the fault
 * take turns, so that each meets each operation and each fault.
 * @param place of the operation among all
 */
export const planOf = ({ name }: Operation, place: number): Planned[] =>
	FAULTS.flatMap((fault, number) => {
		const at = place + number;
		const afterHandler = Math.floor(at / 2) % 2 === 0;
		const models = NOT_FOR_MODELS.includes(name)
			? []
			: turn(
					OF_MODELS.filter((way) => way !== 'MCP' || !NOT_BY_MCP.includes(name)),
					at,
				);
		const planned = [
			...turn(OF_WORKFLOWS, at).map((way) => ({ fault, way, afterHandler })),
			...models.map((way) => ({ fault, way, afterHandler: !afterHandler })),
		];
		return isOneOfMany(fault) ? turn(planned, Math.floor(at / 3)) : planned;
	});
