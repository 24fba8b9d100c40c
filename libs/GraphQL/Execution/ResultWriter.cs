namespace GraphQL.Execution;

/// <summary>Writes JSON values into pooled segments of the response; not safe for several threads at once.</summary>
public abstract class ResultWriter
{
    /// <summary>Writes <c>null</c>.</summary>
    public abstract void WriteNull();

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public abstract void WriteBoolean(bool value);

    /// <summary>Writes a whole number.</summary>
    public abstract void WriteInteger(long value);

    /// <summary>Writes a number; neither infinite nor NaN, for which JSON has no form.</summary>
    public abstract void WriteNumber(double value);

    /// <summary>Writes a string, escaped.</summary>
    public abstract void WriteString(ReadOnlySpan<char> value);

    /// <summary>Writes bytes that are a JSON value already.</summary>
    public abstract void WriteRaw(ReadOnlySpan<byte> json);
}
