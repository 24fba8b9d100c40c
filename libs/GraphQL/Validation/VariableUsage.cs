using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation;

/// <summary>A variable in the place of a value.</summary>
/// <param name="Variable">The use.</param>
/// <param name="Type">The type that its place expects; null when that is not known.</param>
/// <param name="HasDefault">True when its place has a default value.</param>
/// <param name="OneOf">The input object whose field it is, if exactly one field of that must be given; else null.</param>
/// <param name="Definition">Its definition, if that is the enclosing fragment's; null for a variable of the operation.</param>
/// <param name="Coordinate">Of the argument or input field that its place is; null when that is not known.</param>
internal readonly record struct VariableUsage(
    Variable Variable, SchemaType? Type, bool HasDefault, InputObjectType? OneOf, VariableDefinition? Definition, string? Coordinate);
