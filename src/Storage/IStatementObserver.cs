namespace Guildhall.Storage;

/// <summary>Is told of the statements that reads send to the database. Where there is none, nothing is watched.</summary>
public interface IStatementObserver
{
    /// <summary>A statement is about to be sent, in the flow of whoever reads.</summary>
    /// <param name="text">Its text, with placeholders for values.</param>
    void Sending(string text);
}
