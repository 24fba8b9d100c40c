using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Execution;

/// <summary>What both sides execute.</summary>
/// <param name="Sdl">The schema.</param>
/// <param name="Document">A valid document.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Objects">The data, by identifier; <c>Query0</c> is where queries start.</param>
internal sealed record ExecutionCase(string Sdl, string Document, Dictionary<string, JsonElement> Variables, Dictionary<string, DataObject> Objects)
{
    /// <summary>The form in which what is put off is wanted: <c>pending</c> or <c>path</c>; null for one result.</summary>
    public string? Incremental { get; init; }

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>True when the order in which fields end is the same on both sides.</summary>
    [JsonIgnore]
    public bool IsSynchronous => Objects.Values.All(static item => item.Fields.Values.All(static member => member.Mode is null));
}

/// <summary>An object of the data.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record DataObject(string Type, Dictionary<string, DataField> Fields);

/// <summary>What resolving a field gives.</summary>
/// <param name="Mode">Null: at once; <c>task</c>: later; <c>loader</c>: through a loader; <c>stream</c>: a list whose elements come one by one.</param>
/// <param name="Throws">True when it fails.</param>
/// <param name="Value">A leaf, a list, or <c>{"ref": identifier}</c>.</param>
internal sealed record DataField(string? Mode, bool Throws, JsonElement Value);
