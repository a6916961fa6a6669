// Loaded into an n8n before anything else: its clock is CLOCK_AHEAD_MS ahead.
const ahead = Number(process.env.CLOCK_AHEAD_MS);
const { now } = Date;
Date.now = () => now() + ahead;
globalThis.Date = new Proxy(Date, {
	construct: (target, values, newTarget) =>
		Reflect.construct(target, values.length === 0 ? [target.now()] : values, newTarget),
	apply: (target) => new target(target.now()).toString(),
});
