'use strict';
const { readdirSync, readFileSync } = require('node:fs');

/** Linux counts CPU time in hundredths of a second. */
const MS_PER_TICK = 10;

/** Parent and CPU time of a process, undefined when it is gone. The name, in brackets, may itself hold brackets and spaces. */
function statOf(pid) {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = text
			.slice(text.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
		return { parent: fields[1], cpuMs: (fields[11] + fields[12]) * MS_PER_TICK };
	} catch {
		return undefined;
	}
}

function childrenCpuMs(pid) {
	const stats = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(statOf);
	return stats.reduce((sum, stat) => (stat?.parent === pid ? sum + stat.cpuMs : sum), 0);
}

const cpuMs = (pid) => (statOf(pid)?.cpuMs ?? 0) + childrenCpuMs(pid);

module.exports = { cpuMs, childrenCpuMs };
