import { Thrift } from './thrift';

describe('lines of the security log', () => {
  it('are a hundred an asker and minute; the next minute’s first says how many were left out', () => {
    const thrift = new Thrift();
    const rooms = Array.from({ length: 130 }, () => thrift.roomFor('ana', 1_000));
    expect(rooms.filter((room) => room !== undefined)).toHaveLength(100);
    expect(thrift.roomFor('bob', 2_000)).toEqual({ leftOut: 0 });
    expect(thrift.roomFor('ana', 60_000)).toEqual({ leftOut: 30 });
    expect(thrift.roomFor('ana', 60_001)).toEqual({ leftOut: 0 });
  });

  it('are of ten thousand askers a minute, however many addresses somebody has', () => {
    const thrift = new Thrift();
    const rooms = Array.from({ length: 10_050 }, (_, n) => thrift.roomFor(`address ${n}`, 0));
    expect(rooms.filter((room) => room !== undefined)).toHaveLength(10_000);
    expect(thrift.roomFor('address 1', 0)).toEqual({ leftOut: 0 });
  });
});
