using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>
/// Implemented by a scalar for each C# type that it can write without boxing: properties of that type, or of its nullable, are
/// written straight from the object to the response.
/// </summary>
/// <typeparam name="T">The C# type.</typeparam>
public interface IScalarWriter<in T>
{
    /// <summary>Writes a result, as <see cref="ScalarType.Write"/> does.</summary>
    void Write(T value, ResultWriter writer);
}
