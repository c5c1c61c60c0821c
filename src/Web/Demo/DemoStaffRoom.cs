using Guidan.Kernel;
using Guidan.Staff;

namespace Guidan.Web.Demo;

/// <summary>Who did what in the demo's past: the people that the demo employs.</summary>
internal sealed record DemoStaffRoom(Caller Goods, Caller Service, Caller Warehouse, Caller Finance)
{
    /// <summary>Reads who works here; a role that nobody holds is done by the shop itself.</summary>
    public static async Task<DemoStaffRoom> Of(StaffLists lists)
    {
        var members = (await lists.Members(PageAsk.Read("200", null).Value)).Items;
        Caller One(string role) => members.FirstOrDefault(m => m.Role.Code == role) is { } member
            ? new Caller { Kind = ActorKind.Staff, Id = member.Id.ToString("N"), Name = member.Name } : new Caller();
        return new(One("goods"), One("service"), One("warehouse"), One("finance"));
    }
}
