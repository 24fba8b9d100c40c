using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Tests.Data;

/// <summary>A combat log as a schema shows it.</summary>
public sealed class Log
{
    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    public string? Build { get; init; }

    public long SizeBytes { get; init; }

    public int? FormatVersion { get; init; }

    public byte Layers { get; init; }

    public short Season { get; init; }

    public decimal Price { get; init; }

    public double? Progress { get; init; }

    public bool Advanced { get; init; }

    public LogState State { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateOnly Day { get; init; }

    public Guild? Guild { get; init; }

    public IReadOnlyList<string> CharacterNames { get; init; } = [];

    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>Computed, so no column.</summary>
    public string Label => $"{FileName} of {Guild?.Name}";

    [NotFilterable]
    [NotSortable]
    public string Note { get; init; } = "";

    [GraphQLIgnore]
    public string Secret { get; init; } = "";

    public byte[] Raw { get; init; } = [];
}

public enum LogState
{
    Running,
    InDoubt,
    Done,
}

public sealed class Guild
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public int? Rank { get; init; }
}

public sealed class Member
{
    public required string Name { get; init; }

    public int Level { get; init; }
}

[ObjectType<Log>]
[GraphQLName("CombatLog")]
public static class LogType
{
    [ID]
    [BindMember(nameof(Log.Id))]
    public static Guid GetId([Parent] Log log) => log.Id;

    [BindMember(nameof(Log.Raw))]
    public static int GetRawLength([Parent] Log log) => log.Raw.Length;
}

[QueryType]
public static class LogQueries
{
    public static readonly IReadOnlyList<Log> Logs =
    [
        .. Enumerable.Range(1, 7).Select(number => new Log
        {
            Id = new Guid(number, 0, 0, new byte[8]),
            FileName = $"log{number % 3}",
            SizeBytes = number * 1000L,
            Layers = (byte)number,
            Season = (short)(number % 3),
            Price = number,
            State = (LogState)(number % 3),
            StartedAt = number == 4 ? null : DateTimeOffset.UnixEpoch.AddDays(number % 4),
            Guild = number % 2 == 0 ? null : new Guild { Id = number, Name = $"guild{number}", Rank = number == 1 ? null : number },
            CharacterNames = [.. Enumerable.Range(0, number % 3).Select(index => $"character{index}")],
            Members = [.. Enumerable.Range(0, number % 3).Select(index => new Member { Name = $"member{index}", Level = number })],
        }),
    ];

    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Log> GetLogs() => Logs.AsQueryable();

    [UsePaging]
    [UseFiltering<DefinedLogFilter>]
    [UseSorting<DefinedLogSort>]
    public static IQueryable<Log> GetDefined() => Logs.Reverse().AsQueryable();

    [UsePaging(DefaultPageSize = 3, MaxPageSize = 5)]
    public static IReadOnlyList<Log> GetPaged() => Logs;

    /// <summary>A resolver that makes its own pages, here one edge that tells the arguments.</summary>
    [UsePaging]
    public static Connection<Member> GetOwnPages(ResolverContext context)
    {
        var arguments = PagingArguments.From(context, DataOptions.Default);
        var member = new Member { Name = $"{arguments.Size} {arguments.IsBackward} {arguments.Before}", Level = arguments.Size };
        return new Connection<Member>([new Edge<Member>("here", member)], new PageInfo(true, false, "here", "here"), totalCount: 5);
    }

    [UseFiltering]
    [UseSorting]
    public static IReadOnlyList<Guild> GetGuilds() => [.. Logs.Select(log => log.Guild).OfType<Guild>().Reverse()];
}

public sealed class DefinedLogFilter : FilterDefinition<Log>
{
    protected override void Configure(FilterFields<Log> fields)
    {
        fields.Name("DefinedFilterInput").BindFieldsExplicitly();
        fields.Field(log => log.Id).ID();
        fields.Field("uuid", log => log.Id);
        fields.Field(log => log.FileName).Description("Without folders.");
        fields.Field(log => log.Layers);
        fields.Field("pages", log => (ushort)log.Layers);
        fields.Field("memberNames", log => log.Members.Select(member => member.Name));
    }
}

public sealed class DefinedLogSort : SortDefinition<Log>
{
    protected override void Configure(SortFields<Log> fields)
    {
        fields.Name("DefinedSortInput").BindFieldsExplicitly();
        fields.Field(log => log.StartedAt);
        fields.DefaultOrder(log => log.StartedAt, SortDirection.Descending);
    }
}
