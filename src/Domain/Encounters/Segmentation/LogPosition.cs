using System.Runtime.InteropServices;

namespace Guildhall.Domain.Encounters.Segmentation;

/// <summary>Where and when an event is.</summary>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Line">From 1.</param>
/// <param name="Offset">Byte offset of the line in the log.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogPosition(long At, long Line, long Offset);
