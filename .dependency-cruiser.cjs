/** The rooms of nodes/shared, from top to bottom: each knows those below it. */
const ROOMS = [
	'webhook',
	'fields',
	'engine',
	'operations',
	'tool',
	'run',
	'batching',
	'paging',
	'http',
	'limits',
	'memory',
	'contacts',
	'waiting',
	'values',
	'contract',
];

const room = (name) => `^nodes/shared/${name}/`;

const downwards = ROOMS.slice(1).map((name, index) => ({
	name: `${name}-is-below-${ROOMS.slice(0, index + 1).join('-')}`,
	severity: 'error',
	from: { path: room(name) },
	to: { path: room(`(${ROOMS.slice(0, index + 1).join('|')})`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
		...downwards,
		{
			name: 'no-circle-of-rooms',
			comment: "A vendor's own folder has its node on top and its facts at the bottom.",
			severity: 'error',
			scope: 'folder',
			from: { path: '^nodes/(?!shared)[^/]+/' },
			to: { circular: true, viaOnly: { path: '^nodes/(?!shared)[^/]+/' } },
		},
		{
			name: 'shared-knows-no-vendor',
			severity: 'error',
			from: { path: '^nodes/shared/' },
			to: { path: '^nodes/(?!shared/)' },
		},
		{
			name: 'vendors-know-nothing-of-each-other',
			severity: 'error',
			from: { path: '^nodes/(?!shared/)([^/]+)/' },
			to: { path: '^nodes/(?!shared/)', pathNot: '^nodes/$1/' },
		},
		{
			name: 'what-is-shipped-is-on-its-own',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { path: '^(sandbox|demo|scripts|bench|test)/' },
		},
		{
			name: 'the-sandbox-is-written-from-documents',
			comment: 'Where a vendor documents no path, there is nothing but the guess of the node.',
			severity: 'error',
			from: { path: '^sandbox/', pathNot: '^sandbox/[^/]+/contract/endpoints\\.ts$' },
			to: { path: '^(nodes|credentials)/' },
		},
		{
			name: 'scripts-know-no-demo',
			severity: 'error',
			from: { path: '^scripts/' },
			to: { path: '^(demo|bench|test)/' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
	},
};
