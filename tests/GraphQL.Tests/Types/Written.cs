using System.Text;
using GraphQL.Execution;

namespace GraphQL.Tests.Types;

/// <summary>What is written with a <see cref="ResultWriter"/>, as text.</summary>
internal static class Written
{
    public static string By(Action<ResultWriter> write)
    {
        var writer = new ResultWriter(long.MaxValue);
        try
        {
            var group = new Group(parent: null, isNullable: true);
            writer.Begin(group);
            write(writer);
            writer.End();
            var text = new StringBuilder();
            for (var piece = group.First; piece is not null; piece = piece.Next)
                text.Append(Encoding.UTF8.GetString(piece.Buffer.AsSpan(piece.Start, piece.End - piece.Start)));
            return text.ToString();
        }
        finally
        {
            writer.Release();
        }
    }
}
