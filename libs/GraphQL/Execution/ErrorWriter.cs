using System.Collections.Immutable;

namespace GraphQL.Execution;

/// <summary>Writes errors as responses carry them; September 2025, section "Errors".</summary>
internal static class ErrorWriter
{
    /// <summary>Writes a list of errors.</summary>
    public static void Write(IReadOnlyList<GraphQLError> errors, ResultWriter writer)
    {
        writer.WriteRaw("["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
                writer.WriteRaw(","u8);
            Write(errors[i], writer);
        }

        writer.WriteRaw("]"u8);
    }

    private static void Write(GraphQLError error, ResultWriter writer)
    {
        writer.WriteRaw("{\"message\":"u8);
        writer.WriteString(error.Message);
        if (!error.Locations.IsDefaultOrEmpty)
        {
            var separator = ",\"locations\":[{\"line\":"u8;
            foreach (var location in error.Locations)
            {
                writer.WriteRaw(separator);
                writer.WriteInteger(location.Line);
                writer.WriteRaw(",\"column\":"u8);
                writer.WriteInteger(location.Column);
                separator = "},{\"line\":"u8;
            }

            writer.WriteRaw("}]"u8);
        }

        if (error.Path is { } path)
        {
            writer.WriteRaw(",\"path\":"u8);
            JsonValueWriter.Write(path, writer);
        }

        if (error.Code is not null || error.Coordinate is not null || error.InputPath is not null || error.Extensions is not null)
        {
            writer.WriteRaw(",\"extensions\":"u8);
            var members = new Dictionary<string, object?>();
            if (error.Code is { } code)
                members["code"] = code;
            if (error.Coordinate is { } coordinate)
                members["coordinate"] = coordinate;
            if (error.InputPath is { } inputPath)
                members["inputPath"] = inputPath;
            foreach (var (name, value) in error.Extensions ?? ImmutableSortedDictionary<string, object?>.Empty)
                members[name] = value;
            JsonValueWriter.Write(members, writer);
        }

        writer.WriteRaw("}"u8);
    }
}
