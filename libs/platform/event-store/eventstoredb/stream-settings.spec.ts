import { Guard } from '#platform/event-store/eventstoredb/stream-settings';

const settings = (streamId: string, data: object) => ({ streamId, type: '$metadata', data: data as never });

describe('what makes events vanish', () => {
  it('is told until it is taken back', () => {
    const guard = new Guard();
    guard.look(settings('$$incentives-1', { $acl: { $r: ['rpn'] } }));
    guard.look(settings('$$$stats-x', { $maxAge: 60 }));
    expect(guard.trouble()).toBeUndefined();
    guard.look(settings('$$incentives-1', { $maxCount: 10 }));
    expect(guard.trouble()).toContain('stream incentives-1 has $maxCount');
    guard.look(settings('$$incentives-1', {}));
    expect(guard.trouble()).toBeUndefined();
  });

  it('stops the count when it has happened', () => {
    const deleted = { streamId: 'incentives-1', type: '$streamDeleted', data: {} as never };
    expect(() => new Guard().look(deleted)).toThrow('a stream of the log was deleted');
  });
});
