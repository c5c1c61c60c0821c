namespace Guidan.Kernel;

/// <summary>Names of actors, from whoever knows them.</summary>
public interface IActorNames
{
    /// <summary>Names by actor; actors without one are left out.</summary>
    IReadOnlyDictionary<string, string> NamesOf(IEnumerable<string> actors);
}

/// <summary>What people call the actors that rows were written by.</summary>
public sealed class ActorTitles(IActorNames names, Caller caller)
{
    /// <summary>A title for each of the actors, in the reader's language.</summary>
    public IReadOnlyDictionary<string, string> Of(IEnumerable<string> actors)
    {
        var asked = actors.Distinct().ToList();
        var known = names.NamesOf(asked);
        return asked.ToDictionary(a => a, a => known.GetValueOrDefault(a) ?? Common(a).In(caller.Tongue));
    }

    /// <summary>What an actor is called whose name nobody knows.</summary>
    public static Text Common(string actor) => actor.Split(':')[0] switch
    {
        "system" => new("系统", "The program"),
        "customer" => new("客户", "A customer"),
        "provider" => new("外部平台", "An outside provider"),
        "token" => new("接口令牌", "An access token"),
        _ => Text.Same(actor),
    };
}
