namespace GraphQL.Execution;

/// <summary>A link of the rope that is a response: a range of a pooled buffer, or a <see cref="Group"/>.</summary>
internal class Piece(byte[] buffer, int start)
{
    public byte[] Buffer { get; } = buffer;

    public int Start { get; } = start;

    /// <summary>Behind its last byte; only right once the writer has gone on to another piece.</summary>
    public int End { get; set; } = start;

    public Piece? Next { get; set; }
}

/// <summary>
/// A part of the response with pieces of its own, so that it can be filled later (a hole), or become null when most of the
/// response is written already.
/// </summary>
/// <param name="parent">The group around it; null for the data as a whole.</param>
/// <param name="isNullable">True when null may stand in its place.</param>
internal sealed class Group(Group? parent, bool isNullable) : Piece([], start: 0)
{
    public bool IsNullable { get; } = isNullable;

    /// <summary>True when null stands in its place, or in that of a group around it: nothing inside matters any more.</summary>
    public bool IsDead
    {
        get
        {
            for (var group = this; group is not null; group = group.Parent)
            {
                if (group.IsNull)
                    return true;
            }

            return false;
        }
    }

    /// <summary>Its first piece; null while it is a hole.</summary>
    public Piece? First { get; set; }

    /// <summary>True once null stands in its place.</summary>
    public bool IsNull { get; private set; }

    /// <summary>Of its text in bytes, once it is complete.</summary>
    public long Length
    {
        get
        {
            if (IsNull)
                return "null".Length;
            var length = 0L;
            for (var piece = First; piece is not null; piece = piece.Next)
                length += piece is Group group ? group.Length : piece.End - piece.Start;
            return length;
        }
    }

    private Group? Parent { get; } = parent;

    /// <summary>Puts null in the place of the nearest group that allows it, beginning with this one.</summary>
    public void Nullify()
    {
        var group = this;
        while (!group.IsNullable)
            group = group.Parent!;
        group.IsNull = true;
        group.First = null;
    }
}
