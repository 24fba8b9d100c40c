using System.Collections.Immutable;
using System.Diagnostics;
using GraphQL.Execution;

namespace GraphQL.Diagnostics;

/// <summary>
/// Notes what a request does that wants to be explained. It goes where the request's trace goes, so that a driver far below can find it
/// without knowing of requests. Safe for any number of threads.
/// </summary>
public sealed class PlanRecorder
{
    /// <summary>Most statements that are noted; those beyond are counted.</summary>
    public const int MaxStatements = 200;

    /// <summary>How much of a statement is noted, in characters.</summary>
    public const int MaxStatementLength = 4_096;

    /// <summary>How much of all statements is noted, in characters, so that the plan has room in its response.</summary>
    public const int MaxStatementsLength = 65_536;

    /// <summary>Most batches of data loaders that are noted; those beyond are counted.</summary>
    public const int MaxBatches = 1_000;

    private const string Property = "graphql.plan";

    private readonly Lock _lock = new();
    private readonly List<(int Wave, string Loader, int Keys)> _batches = [];
    private readonly List<(int Wave, string Text)> _statements = [];
    private readonly Dictionary<FieldPlan, ImmutableArray<string>> _columns = [];
    private int _statementsLength;
    private int _wave;
    private int _omitted;

    internal PlanRecorder()
    {
    }

    /// <summary>That of the request in whose flow this is called; null when it does not want to be explained.</summary>
    public static PlanRecorder? Current
    {
        get
        {
            for (var span = Activity.Current; span is not null; span = span.Parent)
            {
                if (span.GetCustomProperty(Property) is PlanRecorder recorder)
                    return recorder;
            }

            return null;
        }
    }

    /// <summary>A statement is sent to a store.</summary>
    /// <param name="text">As it is sent, with placeholders for values; of more than <see cref="MaxStatementLength"/> the beginning.</param>
    public void AddStatement(string text)
    {
        if (text.Length > MaxStatementLength)
            text = text[..MaxStatementLength] + "…";
        lock (_lock)
        {
            if (_statements.Count < MaxStatements && _statementsLength + text.Length <= MaxStatementsLength)
            {
                _statements.Add((_wave, text));
                _statementsLength += text.Length;
            }
            else
            {
                _omitted++;
            }
        }
    }

    /// <summary>Goes with a span from now on.</summary>
    internal void Follow(Activity span) => span.SetCustomProperty(Property, this);

    /// <summary>Data loaders are dispatched.</summary>
    internal void BeginWave()
    {
        lock (_lock)
            _wave++;
    }

    internal void AddBatch(string loader, int keys)
    {
        lock (_lock)
        {
            if (_batches.Count < MaxBatches)
                _batches.Add((_wave, loader, keys));
            else
                _omitted++;
        }
    }

    /// <summary>What is fetched of the rows of a field.</summary>
    internal void AddColumns(FieldPlan field, ImmutableArray<string> columns)
    {
        lock (_lock)
            _columns[field] = columns;
    }

    internal ImmutableArray<string>? ColumnsOf(FieldPlan field)
    {
        lock (_lock)
            return _columns.TryGetValue(field, out var columns) ? columns : null;
    }

    /// <summary>As <c>extensions.plan</c> has it, behind the fields.</summary>
    internal List<KeyValuePair<string, object?>> Describe()
    {
        lock (_lock)
        {
            var waves = _batches.GroupBy(static batch => batch.Wave).Select(static wave => wave.Select(Describe).ToList()).ToList();
            var statements = _statements.ConvertAll(Describe);
            var described = new List<KeyValuePair<string, object?>> { new("waves", waves), new("statements", statements) };
            if (_omitted > 0)
                described.Add(new("omitted", _omitted));
            return described;
        }
    }

    private static KeyValuePair<string, object?>[] Describe((int Wave, string Loader, int Keys) batch) =>
        [new("loader", batch.Loader), new("keys", batch.Keys)];

    private static KeyValuePair<string, object?>[] Describe((int Wave, string Text) statement) =>
        [new("wave", statement.Wave), new("text", statement.Text)];
}
