using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Ingestion.Tests")]
